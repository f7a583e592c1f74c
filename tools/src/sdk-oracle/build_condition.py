"""Prints the condition of examples/mdaa-comprehensive as the SageMaker Python SDK writes it."""

import json

from sagemaker.workflow.conditions import ConditionLessThanOrEqualTo
from sagemaker.workflow.functions import JsonGet

condition = ConditionLessThanOrEqualTo(
    left=JsonGet(
        step_name="EvaluateModel",
        property_file="EvaluationReport",
        json_path="regression_metrics.mse.value",
    ),
    right=6.0,
)
print(json.dumps(condition.to_request(), default=lambda part: part.expr))

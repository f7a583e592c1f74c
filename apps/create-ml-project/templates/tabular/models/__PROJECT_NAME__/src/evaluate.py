"""Score the trained model on the test table and write report.json, which the pipeline's condition reads.

    python src/evaluate.py --model out/model --test out/test --report out/report
"""

import argparse
import json
import os
import tarfile
from pathlib import Path

import joblib
import pandas as pd
from sklearn.metrics import accuracy_score, roc_auc_score
from sklearn.pipeline import Pipeline

PROCESSING = Path(os.environ.get("SAGEMAKER_BASE_DIR", "/opt/ml")) / "processing"
LABEL = "churned"


def load_model(folder: Path) -> Pipeline:
    """SageMaker hands the model over as model.tar.gz; a run by hand may point at the unpacked file."""
    archive = folder / "model.tar.gz"
    if not archive.exists():
        return joblib.load(folder / "model.joblib")
    with tarfile.open(archive) as tar:
        return joblib.load(tar.extractfile("model.joblib"))


def evaluate(model: Pipeline, table: pd.DataFrame) -> dict:
    """Quality on rows that the model has not seen, beside the accuracy of always saying "stays"."""
    features, truth = table.drop(columns=LABEL), table[LABEL]
    return {
        "auc": round(float(roc_auc_score(truth, model.predict_proba(features)[:, 1])), 4),
        "accuracy": round(float(accuracy_score(truth, model.predict(features))), 4),
        "baseline_accuracy": round(float(1 - truth.mean()), 4),
    }


def write_report(metrics: dict, rows: int, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    report = {"metrics": metrics, "rows": rows}
    (folder / "report.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, default=PROCESSING / "input" / "model")
    parser.add_argument("--test", type=Path, default=PROCESSING / "input" / "test")
    parser.add_argument("--report", type=Path, default=PROCESSING / "report")
    options = parser.parse_args(arguments)

    table = pd.read_csv(options.test / "test.csv")
    metrics = evaluate(load_model(options.model), table)
    write_report(metrics, len(table), options.report)
    print(" ".join(f"test_{name}={value}" for name, value in metrics.items()))


if __name__ == "__main__":
    main()

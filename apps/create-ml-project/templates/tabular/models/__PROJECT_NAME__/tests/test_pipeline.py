"""The three scripts one after another on the sample data, as the pipeline runs them."""

import json
import re

import evaluate
import preprocess
import train


def minimum_auc(model_folder) -> float:
    """The default of MinAuc in pipeline.yaml; a pattern, so that the tests need no YAML library."""
    text = (model_folder / "pipeline.yaml").read_text(encoding="utf-8")
    return float(re.search(r"name: MinAuc,.*defaultValue: ([0-9.]+)", text)[1])


def test_sample_data_passes_the_gate(tmp_path, model_folder):
    folder = {name: str(tmp_path / name) for name in ["train", "test", "model", "report"]}
    preprocess.main(["--input", str(model_folder / "data"), "--train", folder["train"], "--test", folder["test"]])
    train.main(["--train", folder["train"], "--model-dir", folder["model"]])
    evaluate.main(["--model", folder["model"], "--test", folder["test"], "--report", folder["report"]])

    report = json.loads((tmp_path / "report" / "report.json").read_text())
    assert report["rows"] == 150
    assert report["metrics"]["auc"] >= minimum_auc(model_folder)
    assert report["metrics"]["accuracy"] > report["metrics"]["baseline_accuracy"]

import json
import tarfile

import pytest
from evaluate import evaluate, load_model, main
from train import fit, save


@pytest.fixture
def model(learnable):
    return fit(learnable[:150], max_depth=4, trees=50, seed=1)


def test_a_good_model_beats_the_baseline(model, learnable):
    metrics = evaluate(model, learnable[150:])
    assert metrics["auc"] > 0.95
    assert metrics["accuracy"] > metrics["baseline_accuracy"] + 0.2


def test_a_model_that_is_always_wrong_scores_low(model, learnable):
    wrong = learnable[150:].assign(churned=lambda table: 1 - table["churned"])
    assert evaluate(model, wrong)["auc"] < 0.05


def test_baseline_is_the_share_of_customers_who_stay(model, learnable):
    rows = learnable[150:]
    assert evaluate(model, rows)["baseline_accuracy"] == pytest.approx((rows["churned"] == 0).mean())


def test_model_is_read_from_the_archive_that_sagemaker_makes(model, learnable, tmp_path):
    save(model, tmp_path)
    with tarfile.open(tmp_path / "model.tar.gz", "w:gz") as tar:
        tar.add(tmp_path / "model.joblib", "model.joblib")
    (tmp_path / "model.joblib").unlink()
    assert evaluate(load_model(tmp_path), learnable) == evaluate(model, learnable)


def test_main_writes_what_the_condition_reads(model, learnable, tmp_path):
    save(model, tmp_path)
    learnable[150:].to_csv(tmp_path / "test.csv", index=False)
    main(["--model", str(tmp_path), "--test", str(tmp_path), "--report", str(tmp_path / "report")])
    report = json.loads((tmp_path / "report" / "report.json").read_text())
    assert report["metrics"] == evaluate(model, learnable[150:])
    assert report["rows"] == 50

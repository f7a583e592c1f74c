import re

import joblib
import numpy as np
import pytest
from train import auc, fit, main, save


def test_fit_learns_what_can_be_learned(learnable):
    model = fit(learnable[:150], max_depth=4, trees=50, seed=1)
    assert auc(model, learnable[150:]) > 0.95


def test_fit_does_not_invent_a_pattern(learnable):
    shuffled = learnable.assign(churned=learnable["churned"].sample(frac=1, random_state=3).to_numpy())
    model = fit(shuffled[:150], max_depth=4, trees=50, seed=1)
    assert auc(model, shuffled[150:]) == pytest.approx(0.5, abs=0.2)


def test_fit_is_reproducible(learnable):
    first, second = (fit(learnable, max_depth=4, trees=20, seed=5) for _ in range(2))
    features = learnable.drop(columns="churned")
    assert np.array_equal(first.predict_proba(features), second.predict_proba(features))


def test_max_depth_limits_the_trees(learnable):
    forest = fit(learnable, max_depth=2, trees=10, seed=1).steps[-1][1]
    assert max(tree.get_depth() for tree in forest.estimators_) <= 2


def test_model_takes_a_gap_for_the_median_of_the_training_rows(learnable):
    train = learnable.assign(noise=learnable["noise"] + 2 * learnable["signal"])
    model = fit(train, max_depth=4, trees=20, seed=1)
    rows = train.drop(columns="churned")
    gaps, medians = rows.assign(noise=np.nan), rows.assign(noise=train["noise"].median())
    assert np.array_equal(model.predict_proba(gaps), model.predict_proba(medians))


def test_saved_model_predicts_the_same(learnable, tmp_path):
    model = fit(learnable, max_depth=4, trees=20, seed=1)
    save(model, tmp_path)
    assert auc(joblib.load(tmp_path / "model.joblib"), learnable) == auc(model, learnable)


def test_main_takes_paths_from_sagemaker_and_prints_the_metric(learnable, tmp_path, monkeypatch, capsys):
    learnable.to_csv(tmp_path / "train.csv", index=False)
    monkeypatch.setenv("SM_CHANNEL_TRAIN", str(tmp_path))
    monkeypatch.setenv("SM_MODEL_DIR", str(tmp_path / "model"))
    main(["--max_depth", "3", "--trees", "10"])
    assert (tmp_path / "model" / "model.joblib").exists()
    assert re.search(r"^train_auc=[01]\.\d{4}$", capsys.readouterr().out, re.MULTILINE)

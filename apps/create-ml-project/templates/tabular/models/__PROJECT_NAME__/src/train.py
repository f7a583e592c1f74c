"""Train a random forest on the training table (SageMaker script mode).

Hyperparameters of pipeline.yaml arrive as arguments, paths as SM_* variables. By hand:

    python src/train.py --train out/train --model-dir out/model --max_depth 6
"""

import argparse
import os
from pathlib import Path

import joblib
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import Pipeline, make_pipeline

BASE = Path(os.environ.get("SAGEMAKER_BASE_DIR", "/opt/ml"))
LABEL = "churned"


def fit(table: pd.DataFrame, max_depth: int, trees: int, seed: int) -> Pipeline:
    """The imputer is part of the model: it learns from training rows only, and serving fills gaps alike."""
    model = make_pipeline(
        SimpleImputer(strategy="median"),
        RandomForestClassifier(
            n_estimators=trees, max_depth=max_depth, min_samples_leaf=3, random_state=seed
        ),
    )
    return model.fit(table.drop(columns=LABEL), table[LABEL])


def auc(model: Pipeline, table: pd.DataFrame) -> float:
    scores = model.predict_proba(table.drop(columns=LABEL))[:, 1]
    return float(roc_auc_score(table[LABEL], scores))


def save(model: Pipeline, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    joblib.dump(model, folder / "model.joblib")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--max_depth", type=int, default=6)
    parser.add_argument("--trees", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--train", type=Path, default=os.environ.get("SM_CHANNEL_TRAIN", BASE / "input" / "data" / "train")
    )
    parser.add_argument(
        "--model-dir", type=Path, default=os.environ.get("SM_MODEL_DIR", BASE / "model")
    )
    options = parser.parse_args(arguments)

    table = pd.read_csv(options.train / "train.csv")
    model = fit(table, options.max_depth, options.trees, options.seed)
    save(model, options.model_dir)
    print(f"rows={len(table)} max_depth={options.max_depth} trees={options.trees}")
    print(f"train_auc={auc(model, table):.4f}")


if __name__ == "__main__":
    main()

"""Clean the raw customers and split them into a training and a test table.

On SageMaker, and in a dry run, the paths below are where the pipeline puts the data; the arguments are for
runs by hand:

    python src/preprocess.py --input data --train out/train --test out/test
"""

import argparse
import os
from pathlib import Path

import pandas as pd
from sklearn.model_selection import train_test_split

# SageMaker's own name for the folder that stands in for /opt/ml; unset on SageMaker itself.
PROCESSING = Path(os.environ.get("SAGEMAKER_BASE_DIR", "/opt/ml")) / "processing"
LABEL = "churned"
NUMBERS = ["tenure_months", "monthly_charge", "support_calls", "late_payments"]
CATEGORIES = {
    "contract": ["month-to-month", "one-year", "two-year"],
    "payment": ["card", "bank-transfer", "invoice"],
}


def read_tables(folder: Path) -> pd.DataFrame:
    files = sorted(folder.glob("*.csv"))
    if not files:
        raise FileNotFoundError(f"no .csv file in {folder}")
    return pd.concat([pd.read_csv(file) for file in files], ignore_index=True)


def clean(customers: pd.DataFrame) -> pd.DataFrame:
    """Keep the last row of each customer, and only rows that say whether the customer left."""
    latest = customers.drop_duplicates("customer_id", keep="last")
    return latest.dropna(subset=[LABEL]).reset_index(drop=True)


def encode(customers: pd.DataFrame) -> pd.DataFrame:
    """The label first, then numbers only: each category becomes one 0/1 column.

    The categories are listed above and not taken from the data, so that the columns stay the same when a
    category is missing from a batch. A category that is not listed is an error: better than a silent 0.
    """
    table = customers[[LABEL, *NUMBERS]].astype({LABEL: int})
    for column, categories in CATEGORIES.items():
        unknown = sorted(set(customers[column]) - set(categories))
        if unknown:
            raise ValueError(f"{column} holds {unknown}, known are {categories}")
        for category in categories:
            table[f"{column}={category}"] = (customers[column] == category).astype(int)
    return table


def split(table: pd.DataFrame, test_share: float, seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Both parts hold the same share of customers who left."""
    return train_test_split(table, test_size=test_share, random_state=seed, stratify=table[LABEL])


def write_table(table: pd.DataFrame, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    table.to_csv(file, index=False)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--input", type=Path, default=PROCESSING / "input" / "raw")
    parser.add_argument("--train", type=Path, default=PROCESSING / "train")
    parser.add_argument("--test", type=Path, default=PROCESSING / "test")
    parser.add_argument("--test-share", type=float, default=0.25)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args(arguments)

    customers = clean(read_tables(options.input))
    train, test = split(encode(customers), options.test_share, options.seed)
    write_table(train, options.train / "train.csv")
    write_table(test, options.test / "test.csv")
    print(f"train_rows={len(train)} test_rows={len(test)} churn_rate={customers[LABEL].mean():.3f}")


if __name__ == "__main__":
    main()

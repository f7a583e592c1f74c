from pathlib import Path

import numpy as np
import pandas as pd
import pytest


@pytest.fixture
def model_folder() -> Path:
    return Path(__file__).parents[1]


@pytest.fixture
def customers() -> pd.DataFrame:
    """Ten raw customers, three of whom left."""
    return pd.DataFrame(
        {
            "customer_id": [f"C{number}" for number in range(10)],
            "tenure_months": range(1, 11),
            "monthly_charge": [50.0, None, *range(60, 68)],
            "support_calls": [0, 1] * 5,
            "late_payments": [0] * 10,
            "contract": ["month-to-month", "one-year"] * 5,
            "payment": ["card"] * 10,
            "churned": [1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
        }
    )


@pytest.fixture
def learnable() -> pd.DataFrame:
    """200 encoded rows in which the label follows from one column, with a little noise in the other."""
    rng = np.random.default_rng(0)
    signal = rng.normal(size=200)
    return pd.DataFrame(
        {"churned": (signal > 0).astype(int), "signal": signal, "noise": rng.normal(size=200)}
    )

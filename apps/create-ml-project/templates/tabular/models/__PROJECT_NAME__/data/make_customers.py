"""Write customers.csv, the sample data of this model. Standard library only; the same bytes every time.

    python3 data/make_customers.py            writes data/customers.csv
    python3 data/make_customers.py OTHER.csv  writes OTHER.csv

No row describes a real person. Each customer gets random traits; the chance to cancel follows from the
traits by the logistic formula in `chance_to_churn`, and a coin weighted with that chance decides. So there
is something to learn, and no model can learn it perfectly: as in real data, luck plays its part.
"""

import csv
import math
import random
import sys
from pathlib import Path

SEED = 20260105
ROWS = 600
COLUMNS = [
    "customer_id",
    "tenure_months",
    "monthly_charge",
    "support_calls",
    "late_payments",
    "contract",
    "payment",
    "churned",
]
CONTRACTS = {"month-to-month": 0.55, "one-year": 0.27, "two-year": 0.18}
PAYMENTS = {"card": 0.5, "bank-transfer": 0.3, "invoice": 0.2}
# What a contract and a way to pay add to the log-odds of leaving.
CONTRACT_EFFECT = {"month-to-month": 1.9, "one-year": -1.2, "two-year": -2.8}
PAYMENT_EFFECT = {"card": 0.0, "bank-transfer": -0.4, "invoice": 0.9}


def choose(rng: random.Random, weights: dict) -> str:
    return rng.choices(list(weights), weights=list(weights.values()))[0]


def count(rng: random.Random, mean: float) -> int:
    """A Poisson number (Knuth's method: multiply uniform numbers until they fall below e^-mean)."""
    limit, product, number = math.exp(-mean), rng.random(), 0
    while product > limit:
        product *= rng.random()
        number += 1
    return number


def make_customer(rng: random.Random, number: int) -> dict:
    contract = choose(rng, CONTRACTS)
    long_term = 12 if contract == "month-to-month" else 30
    return {
        "customer_id": f"C{number:05d}",
        "tenure_months": 1 + min(71, int(rng.expovariate(1 / long_term))),
        "monthly_charge": round(min(140.0, max(15.0, rng.gauss(62.0, 24.0))), 2),
        "support_calls": count(rng, 1.4),
        "late_payments": count(rng, 0.6),
        "contract": contract,
        "payment": choose(rng, PAYMENTS),
    }


def chance_to_churn(customer: dict) -> float:
    score = (
        -2.9
        + CONTRACT_EFFECT[customer["contract"]]
        + PAYMENT_EFFECT[customer["payment"]]
        - 0.08 * customer["tenure_months"]
        + 0.035 * (customer["monthly_charge"] - 62.0)
        + 1.05 * customer["support_calls"]
        + 1.2 * customer["late_payments"]
    )
    return 1 / (1 + math.exp(-score))


def blank_some_charges(rng: random.Random, customers: list) -> None:
    """Billing did not report about 2 % of the charges: real tables have holes, so this one has some too."""
    for customer in customers:
        if rng.random() < 0.02:
            customer["monthly_charge"] = ""


def make_customers(rows: int = ROWS, seed: int = SEED) -> list:
    rng = random.Random(seed)
    customers = [make_customer(rng, number) for number in range(1, rows + 1)]
    for customer in customers:
        customer["churned"] = int(rng.random() < chance_to_churn(customer))
    blank_some_charges(rng, customers)
    return customers


def main(target: Path) -> None:
    with target.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(make_customers())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("customers.csv"))

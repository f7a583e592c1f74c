import make_customers
from make_customers import chance_to_churn

CUSTOMER = {
    "tenure_months": 12,
    "monthly_charge": 62.0,
    "support_calls": 1,
    "late_payments": 0,
    "contract": "month-to-month",
    "payment": "card",
}


def test_committed_data_is_what_the_generator_writes(tmp_path, model_folder):
    make_customers.main(tmp_path / "customers.csv")
    assert (tmp_path / "customers.csv").read_bytes() == (model_folder / "data/customers.csv").read_bytes()


def test_seed_decides_the_rows():
    assert make_customers.make_customers(50, seed=1) == make_customers.make_customers(50, seed=1)
    assert make_customers.make_customers(50, seed=1) != make_customers.make_customers(50, seed=2)


def test_trouble_raises_and_loyalty_lowers_the_chance_to_leave():
    usual = chance_to_churn(CUSTOMER)
    assert chance_to_churn({**CUSTOMER, "support_calls": 4}) > usual
    assert chance_to_churn({**CUSTOMER, "tenure_months": 48}) < usual
    assert chance_to_churn({**CUSTOMER, "contract": "two-year"}) < usual

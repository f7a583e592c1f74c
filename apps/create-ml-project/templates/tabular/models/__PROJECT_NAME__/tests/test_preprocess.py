import pandas as pd
import pytest
from preprocess import clean, encode, main, split


def test_clean_keeps_the_last_row_of_a_customer(customers):
    corrected = customers.iloc[[0]].assign(support_calls=9)
    cleaned = clean(pd.concat([customers, corrected], ignore_index=True))
    assert len(cleaned) == len(customers)
    assert cleaned.set_index("customer_id").loc["C0", "support_calls"] == 9


def test_clean_drops_rows_without_a_label(customers):
    unlabelled = customers.astype({"churned": float}).assign(churned=lambda t: t["churned"].where(t.index != 4))
    assert "C4" not in set(clean(unlabelled)["customer_id"])


def test_encode_gives_numbers_only_with_the_label_first(customers):
    table = encode(customers)
    assert table.columns[0] == "churned"
    assert all(pd.api.types.is_numeric_dtype(kind) for kind in table.dtypes)
    assert "customer_id" not in table.columns


def test_encode_sets_exactly_one_column_of_a_category(customers):
    table = encode(customers)
    contracts = table.filter(like="contract=")
    assert (contracts.sum(axis=1) == 1).all()
    assert contracts["contract=one-year"].tolist() == [0, 1] * 5


def test_encode_has_a_column_for_a_category_that_no_customer_has(customers):
    assert encode(customers)["contract=two-year"].sum() == 0


def test_encode_refuses_an_unknown_category(customers):
    with pytest.raises(ValueError, match="contract holds .'daily'."):
        encode(customers.assign(contract="daily"))


def test_encode_leaves_gaps_for_the_model_to_fill(customers):
    assert encode(customers)["monthly_charge"].isna().sum() == 1


def test_split_loses_and_repeats_no_row(customers):
    train, test = split(encode(customers), test_share=0.3, seed=1)
    assert sorted([*train.index, *test.index]) == list(customers.index)


def test_split_keeps_the_share_of_churners(learnable):
    train, test = split(learnable, test_share=0.25, seed=1)
    assert train["churned"].mean() == pytest.approx(test["churned"].mean(), abs=0.02)


def test_main_says_where_it_looked_when_there_is_no_data(tmp_path):
    with pytest.raises(FileNotFoundError, match=str(tmp_path)):
        main(["--input", str(tmp_path)])

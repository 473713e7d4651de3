use super::Script;

fn faults(text: &str) -> Vec<String> {
    let error = Script::parse(text).expect_err(text);
    error.faults.iter().map(ToString::to_string).collect()
}

#[test]
fn every_fault_is_named_with_its_line() {
    let found = faults(
        "-- part: move_rag\n-- require: core/0001\n-- No-Transaction\n-- undoes: core\n-- check:\n-- because: no reason\n\nSELECT 1;\n-- hazard: LATE\nSELECT 2;\n",
    );
    let starts = [
        "line 1: `move_rag` is no part",
        "line 2: `require` is no header: write `-- requires: ..`",
        "line 3: `-- No-Transaction` is not read",
        "line 4: `core` is not a version",
        "line 5: `-- check:` says nothing",
        "line 6: `-- because:` explains",
        "line 9: `-- hazard:` stands after the first statement",
    ];
    assert_eq!(found.len(), starts.len(), "{found:#?}");
    for (fault, start) in found.iter().zip(starts) {
        assert!(fault.starts_with(start), "{fault}");
    }
}

#[test]
fn a_statement_must_suit_its_file() {
    let found = faults("SELECT 1;\n\nCREATE INDEX CONCURRENTLY a ON b.c (d);\nCOMMIT;\n");
    assert!(found[0].starts_with(
        "line 3: `CREATE INDEX CONCURRENTLY a ON b.c (d)` cannot run in a transaction"
    ));
    assert!(found[1].starts_with("line 4: `COMMIT` begins or ends a transaction"));
    let found = faults("-- no-transaction\nCREATE INDEX CONCURRENTLY a ON b.c (d);\nVACUUM b.c;\n");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("line 3: `VACUUM b.c` shares a file without transaction"));
    assert!(Script::parse("-- no-transaction\nVACUUM b.c;\n").is_ok());
}

#[test]
fn an_open_quote_and_a_late_mode_are_faults() {
    assert_eq!(
        faults("SELECT 1;\nSELECT 'a;\n"),
        ["line 2: this quoted text is never closed"]
    );
    assert_eq!(
        faults("-- a remark\n-- no-transaction\nSELECT 1;\n"),
        ["line 2: `-- no-transaction` counts on the first line only: move it there"]
    );
}

#[test]
fn remarks_are_kept_where_they_stand() {
    let text = "-- A remark: about the file.\n\n-- class: exact\n\n-- About one.\nSELECT 1;\n\n-- About two.\nSELECT 2;\n";
    let script = Script::parse(text).expect("it is well formed");
    assert_eq!(script.notes, ["A remark: about the file."]);
    assert_eq!(script.statements[0].notes, ["About one."]);
    assert_eq!(script.statements[1].notes, ["About two."]);
    assert_eq!(script.render(), text);
}

use std::collections::BTreeMap;

use super::{Folder, FolderFault, SUM, checksum};

/// A folder of two schemas without a fault; its sum is made of the files as they are here.
fn texts() -> BTreeMap<String, String> {
    [
        ("core/0001_a.up.sql", "SELECT 1;\n"),
        ("core/0001_a.down.sql", "-- class: exact\n"),
        ("core/0002_b.up.sql", "SELECT 2;\n"),
        ("core/0002_b.down.sql", "-- class: exact\n"),
        ("rag/0001_c.up.sql", "-- requires: core/0001\n\nSELECT 3;\n"),
        ("rag/0001_c.down.sql", "-- class: exact\n"),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .into()
}

fn seal(mut texts: BTreeMap<String, String>) -> BTreeMap<String, String> {
    texts.remove(SUM);
    let sums = texts
        .iter()
        .map(|(path, text)| (path.clone(), checksum::checksum(text)))
        .collect();
    texts.insert(SUM.to_owned(), checksum::render(&sums));
    texts
}

fn faults(texts: &BTreeMap<String, String>) -> Vec<String> {
    let (_, faults) = Folder::parse(texts);
    faults.iter().map(FolderFault::to_string).collect()
}

/// The faults of the folder after a change to its files, sealed afterwards.
fn changed(change: impl FnOnce(&mut BTreeMap<String, String>)) -> Vec<String> {
    let mut texts = texts();
    change(&mut texts);
    faults(&seal(texts))
}

fn rename(texts: &mut BTreeMap<String, String>, from: &str, to: &str) {
    for end in ["up.sql", "down.sql"] {
        let text = texts.remove(&format!("{from}.{end}")).unwrap();
        texts.insert(format!("{to}.{end}"), text);
    }
}

#[test]
fn a_folder_without_a_fault_has_none() {
    assert_eq!(changed(|_| {}), [""; 0]);
}

#[test]
fn a_number_left_out_is_named() {
    assert_eq!(
        changed(|texts| rename(texts, "core/0002_b", "core/0003_b")),
        [
            "`core/0003_b.up.sql` comes after core/0001, so core/0002 is missing: restore its files, or give the later ones the numbers that follow (in their `-- requires:` and `-- undoes:` lines, too) and accept that with `generate --seal`"
        ]
    );
    assert_eq!(
        changed(|texts| rename(texts, "rag/0001_c", "rag/0002_c")),
        [
            "`rag/0002_c.up.sql` comes after nothing, so rag/0001 is missing: restore its files, or give the later ones the numbers that follow (in their `-- requires:` and `-- undoes:` lines, too) and accept that with `generate --seal`"
        ]
    );
}

#[test]
fn a_number_given_twice_names_both_files() {
    assert_eq!(
        changed(|texts| rename(texts, "core/0002_b", "core/0001_b")),
        [
            "`core/0001_a.up.sql` and `core/0001_b.up.sql` have the same number, as when two branches meet: give the later one the next free number (in the `-- requires:` and `-- undoes:` lines that name it, too) and accept that with `generate --seal`"
        ]
    );
}

#[test]
fn half_a_pair_names_the_file_that_is_missing() {
    for (there, missing) in [
        ("core/0002_b.up.sql", "core/0002_b.down.sql"),
        ("core/0002_b.down.sql", "core/0002_b.up.sql"),
    ] {
        let found = changed(|texts| {
            texts.remove(missing);
        });
        assert_eq!(
            found,
            [format!(
                "`{there}` has no `{missing}` beside it: restore that file, or write it (without statements if there is nothing to do)"
            )]
        );
    }
}

#[test]
fn a_file_that_is_not_as_it_was_sealed_is_named() {
    let mut edited = seal(texts());
    edited
        .get_mut("core/0002_b.up.sql")
        .unwrap()
        .push_str("SELECT 4;\n");
    assert_eq!(
        faults(&edited),
        [
            "`core/0002_b.up.sql` differs from what `bailiwick.sum` has for it: it was edited after it was written. Restore it (`git checkout -- core/0002_b.up.sql`), or, if it has been applied nowhere, accept the edit with `generate --seal`"
        ]
    );

    let mut added = seal(texts());
    added.insert("rag/0002_d.up.sql".to_owned(), "SELECT 4;\n".to_owned());
    added.insert("rag/0002_d.down.sql".to_owned(), String::new());
    assert_eq!(
        faults(&added),
        ["rag/0002_d.down.sql", "rag/0002_d.up.sql"].map(|file| format!(
            "`{file}` is not in `bailiwick.sum`: it was added by hand. Accept it with `generate --seal`, or move it out of the folder"
        ))
    );

    let mut removed = seal(texts());
    removed.remove("rag/0001_c.up.sql");
    removed.remove("rag/0001_c.down.sql");
    let found = faults(&removed);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(
        found[1].starts_with("`rag/0001_c.up.sql` is in `bailiwick.sum`, but not in the folder"),
        "{found:#?}"
    );

    let mut torn = seal(texts());
    torn.get_mut(SUM).unwrap().push_str("<<<<<<< HEAD\n");
    assert_eq!(
        faults(&torn),
        [
            "`bailiwick.sum` has the line `<<<<<<< HEAD`, which is no checksum (a merge conflict?): write it anew with `generate --seal`"
        ]
    );
}

#[test]
fn a_header_that_names_no_migration_is_named_with_its_file() {
    let named = |file: &str, line: &str| {
        changed(|texts| {
            texts.insert(file.to_owned(), format!("{line}\n"));
        })
    };
    assert_eq!(
        named("rag/0001_c.up.sql", "-- requires: core/0009"),
        [
            "`rag/0001_c.up.sql` requires core/0009, which is not in the folder: restore its files or mend the header"
        ]
    );
    assert_eq!(
        named("rag/0001_c.down.sql", "-- undoes: app/0001"),
        [
            "`rag/0001_c.down.sql` undoes app/0001, which is not in the folder: restore its files or mend the header"
        ]
    );
}

#[test]
fn those_that_wait_for_one_another_are_named() {
    let found = changed(|texts| {
        let file = texts.get_mut("core/0001_a.up.sql").unwrap();
        file.insert_str(0, "-- requires: rag/0001\n\n");
    });
    assert_eq!(
        found,
        [
            "core/0001, core/0002, rag/0001 wait for one another, so that none can be the first: take one of their `-- requires:` lines out"
        ]
    );
}

#[test]
fn a_header_that_cannot_be_read_is_named_with_file_and_line() {
    let found = changed(|texts| {
        let file = texts.get_mut("core/0002_b.up.sql").unwrap();
        file.insert_str(0, "-- moves: public.a to core.a\n");
    });
    assert_eq!(
        found,
        [
            "`core/0002_b.up.sql`, line 1: `public.a to core.a` is no move: write `old.name -> new.name`"
        ]
    );
    let found = changed(|texts| {
        texts.insert("core/b.sql".to_owned(), String::new());
    });
    assert_eq!(
        found,
        [
            "`core/b.sql` has a name that says no version: call it `<schema>/<NNNN>_<name>.up.sql` or `.down.sql`, or move it out of the folder"
        ]
    );
}

#[test]
fn a_folder_on_disk_tells_all_its_faults_at_once() {
    let root = std::env::temp_dir().join(format!("bailiwick-folder-{}", std::process::id()));
    let file = root.join("core/0002_b.up.sql");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, "SELECT 1;\n").unwrap();
    let error = Folder::read(&root).unwrap_err().to_string();
    std::fs::remove_dir_all(&root).unwrap();
    let lines: Vec<&str> = error.lines().collect();
    let starts = [
        "the migrations in `",
        "- `core/0002_b.up.sql` has no `core/0002_b.down.sql` beside it",
        "- `core/0002_b.up.sql` comes after nothing, so core/0001 is missing",
        "- `core/0002_b.up.sql` is not in `bailiwick.sum`",
    ];
    assert_eq!(lines.len(), starts.len(), "{error}");
    for (line, start) in lines.iter().zip(starts) {
        assert!(line.starts_with(start), "{line}");
    }
}

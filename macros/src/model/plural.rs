//! English plurals, for the names of tables.
//!
//! Written here because no inflection crate is both right (`forums`, not `fora`; `humans`) and cheap:
//! those that are right compile a hundred regular expressions, which costs an unoptimised procedural
//! macro 90 ms a crate. And the plural of a word can never change under a table that exists.

/// Words whose plural no ending tells.
const IRREGULAR: &[(&str, &str)] = &[
    ("person", "people"),
    ("child", "children"),
    ("man", "men"),
    ("woman", "women"),
    ("foot", "feet"),
    ("tooth", "teeth"),
    ("goose", "geese"),
    ("mouse", "mice"),
    ("ox", "oxen"),
    ("quiz", "quizzes"),
    ("index", "indices"),
    ("vertex", "vertices"),
    ("matrix", "matrices"),
    ("axis", "axes"),
    ("lens", "lenses"),
    ("datum", "data"),
    ("genus", "genera"),
    ("criterion", "criteria"),
    ("leaf", "leaves"),
    ("shelf", "shelves"),
    ("half", "halves"),
    ("self", "selves"),
    ("life", "lives"),
    ("knife", "knives"),
    ("wife", "wives"),
    ("hero", "heroes"),
    ("echo", "echoes"),
    ("potato", "potatoes"),
    ("tomato", "tomatoes"),
    ("veto", "vetoes"),
];

/// Words that are their own plural.
const UNCOUNTABLE: &[&str] = &[
    "aircraft",
    "bison",
    "deer",
    "equipment",
    "fish",
    "information",
    "media",
    "money",
    "moose",
    "news",
    "people",
    "rice",
    "salmon",
    "series",
    "sheep",
    "software",
    "species",
    "staff",
    "swine",
    "traffic",
    "wildlife",
];

/// The plural of a word in lower case; a plural stays as it is.
pub(super) fn plural(word: &str) -> String {
    if UNCOUNTABLE.contains(&word) || IRREGULAR.iter().any(|(_, plural)| *plural == word) {
        return word.to_owned();
    }
    if let Some((_, plural)) = IRREGULAR.iter().find(|(singular, _)| *singular == word) {
        return (*plural).to_owned();
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if let Some(start) = word.strip_suffix("sis") {
        format!("{start}ses")
    } else if ends(&["ss", "us", "x", "z", "ch", "sh", "as", "is"]) {
        format!("{word}es")
    } else if ends(&["s"]) {
        word.to_owned()
    } else if let Some(start) = word
        .strip_suffix('y')
        .filter(|start| ends_in_consonant(start))
    {
        format!("{start}ies")
    } else {
        format!("{word}s")
    }
}

fn ends_in_consonant(word: &str) -> bool {
    word.ends_with(|last: char| !"aeiou".contains(last))
}

#[cfg(test)]
#[path = "plural_tests.rs"]
mod tests;

#!/usr/bin/env bash
# What declaring tables costs the compiler, beside the same structs with sqlx::FromRow alone.
#
#   benches/compile-time.sh [TABLES]      300 unless said otherwise; a multiple of 5
#
# Five schemas of equally many tables with 8 columns each: every table references the next one of its
# schema and one of the schema before (or itself), so references are mutual; Schema and Catalog are
# included. The figure is CPU seconds (user + system) of `cargo check` after a touch, median of 5, the
# two taking turns.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
tables=${1:-300}
per=$((tables / 5))
folder=$root/target/compile-time/$tables
mkdir -p "$folder"/{bailiwick,from_row}/src

fields='    #[primary_key]
    pub id: i64,
    KEY1
    pub next_id: i64,
    KEY2
    pub parent_id: Option<i64>,
    pub name: String,
    pub note: Option<String>,
    pub count: i32,
    pub weight: f64,
    pub active: bool,'

bailiwick() {
    echo 'use bailiwick::prelude::*;'
    local schema table position names
    for ((schema = 0; schema < 5; schema++)); do
        names=''
        for ((position = 0; position < per; position++)); do
            table=$((schema * per + position))
            local next=$((schema * per + (position + 1) % per))
            local parent=$table
            if ((schema > 0)); then parent=$(((schema - 1) * per + position)); fi
            names+="Item$table, "
            echo "#[derive(Table, Debug, Clone)]"
            echo "#[schema = \"s$schema\"]"
            echo "#[table(name = \"items$table\")]"
            echo "#[unique(name, count)]"
            echo "#[index(next_id)]"
            echo "#[index(parent_id)]"
            echo "pub struct Item$table {"
            echo "${fields}" | sed "s/KEY1/#[references(Item$next)]/; s/KEY2/#[references(Item$parent)]/"
            echo "}"
        done
        local depends=''
        if ((schema > 0)); then depends=", depends_on(Schema$((schema - 1)))"; fi
        echo "#[derive(Schema)]"
        echo "#[schema(name = \"s$schema\", tables(${names%, })$depends)]"
        echo "pub struct Schema$schema;"
    done
    echo "#[derive(Catalog)]"
    echo "#[catalog(schemas(Schema0, Schema1, Schema2, Schema3, Schema4), ledger = Schema0)]"
    echo "pub struct All;"
}

from_row() {
    local table
    for ((table = 0; table < tables; table++)); do
        echo "#[derive(sqlx::FromRow, Debug, Clone)]"
        echo "pub struct Item$table {"
        echo "${fields}" | grep -vE 'KEY|primary_key'
        echo "}"
    done
}

manifest() {
    cat <<MANIFEST
[package]
name = "$1"
version = "0.0.0"
edition = "2024"
publish = false
[workspace]
[dependencies]
$2
MANIFEST
    cp "$root/Cargo.lock" "$folder/$1/"
    cp "$root/rust-toolchain.toml" "$folder/$1/"
}

bailiwick >"$folder/bailiwick/src/lib.rs"
from_row >"$folder/from_row/src/lib.rs"
manifest bailiwick "bailiwick = { package = \"bailiwick\", path = \"$root/runtime\" }" | sed 's/^name = "bailiwick"/name = "bailiwick_tables"/' >"$folder/bailiwick/Cargo.toml"
manifest from_row 'sqlx = { version = "0.9", default-features = false, features = ["postgres", "derive"] }' >"$folder/from_row/Cargo.toml"

export CARGO_TARGET_DIR=$root/target/compile-time/target
for crate in bailiwick from_row; do
    (cd "$folder/$crate" && cargo check -q)
done

cpu() {
    local times
    touch "$folder/$1/src/lib.rs"
    times=$( { cd "$folder/$1"; TIMEFORMAT='%U %S'; time cargo check -q >/dev/null 2>&1; } 2>&1 )
    echo "$times" | awk '{ print $1 + $2 }'
}

declare -a ours theirs
for ((run = 0; run < 5; run++)); do
    ours+=("$(cpu bailiwick)")
    theirs+=("$(cpu from_row)")
done
median() { printf '%s\n' "$@" | sort -n | sed -n 3p; }
mine=$(median "${ours[@]}")
other=$(median "${theirs[@]}")
echo "$tables tables, cargo check after a touch, CPU seconds, median of 5:"
echo "  bailiwick      $mine"
echo "  sqlx::FromRow  $other"
echo "  ratio          $(awk "BEGIN { printf \"%.2f\", $mine / $other }")"

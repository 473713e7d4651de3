use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[unique(latitude_of_the_station, longitude_of_the_station, at)]
pub struct Obs {
    #[primary_key]
    pub id: i64,
    pub latitude_of_the_station: f64,
    pub longitude_of_the_station: f64,
    pub at: i64,
}

fn main() {}

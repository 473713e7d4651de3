use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[unique(latitude_of_the_station, longitude_of_the_station, measured_at)]
pub struct Obs {
    #[primary_key]
    pub id: i64,
    pub latitude_of_the_station: f64,
    pub longitude_of_the_station: f64,
    pub measured_at: i64,
}

fn main() {}

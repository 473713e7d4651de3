//! The domain that everything else stands on: people, places, and the weather there.

mod aggregation_daily;
mod air_quality_hourly;
mod analytics_query_audit;
mod astronomy_daily;
mod digest_audit;
mod forecast_accuracy;
mod forecast_cache;
mod forecast_hourly;
mod ingest_job;
mod llm_audit;
mod location;
mod location_group;
mod location_group_member;
mod observation_hourly;
mod provider_run;
mod trend_cache;
mod user;
mod user_preference;
mod user_profile;

use bailiwick::prelude::*;

pub use aggregation_daily::{AggregationDaily, NewAggregationDaily};
pub use air_quality_hourly::{AirQualityHourly, NewAirQualityHourly};
pub use analytics_query_audit::{AnalyticsQueryAudit, NewAnalyticsQueryAudit};
pub use astronomy_daily::{AstronomyDaily, NewAstronomyDaily};
pub use digest_audit::{DigestAudit, NewDigestAudit};
pub use forecast_accuracy::{ForecastAccuracy, NewForecastAccuracy};
pub use forecast_cache::{ForecastCache, NewForecastCache};
pub use forecast_hourly::{ForecastHourly, NewForecastHourly};
pub use ingest_job::{IngestJob, NewIngestJob};
pub use llm_audit::{LlmAudit, NewLlmAudit};
pub use location::{Location, NewLocation};
pub use location_group::{LocationGroup, NewLocationGroup};
pub use location_group_member::{LocationGroupMember, NewLocationGroupMember};
pub use observation_hourly::{NewObservationHourly, ObservationHourly};
pub use provider_run::{NewProviderRun, ProviderRun};
pub use trend_cache::{NewTrendCache, TrendCache};
pub use user::{NewUser, User};
pub use user_preference::{NewUserPreference, UserPreference};
pub use user_profile::{NewUserProfile, UserProfile};

/// Owns the schema `core`. It depends on nobody.
#[derive(Schema)]
#[schema(
    name = "core",
    tables(
        User,
        UserProfile,
        UserPreference,
        Location,
        LocationGroup,
        LocationGroupMember,
        ObservationHourly,
        AirQualityHourly,
        AggregationDaily,
        AstronomyDaily,
        ForecastHourly,
        ForecastAccuracy,
        ForecastCache,
        TrendCache,
        ProviderRun,
        AnalyticsQueryAudit,
        LlmAudit,
        DigestAudit,
        IngestJob,
    )
)]
pub struct Core;

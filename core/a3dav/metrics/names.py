"""Names of the metrics that the core counts by hand."""

REQUESTS = "a3dav_requests_total"
REQUEST_SECONDS = "a3dav_request_duration_seconds"
LANE_SECONDS = "a3dav_lane_duration_seconds"
LANE_STEPS = "a3dav_lane_steps"
LANE_REFUSED = "a3dav_lane_refused_total"
LOGINS = "a3dav_logins_total"
DELIVERIES = "a3dav_deliveries_total"

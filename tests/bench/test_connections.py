"""Many connections at once, in the small: none is refused, none is dropped, every request is answered."""

from a3dav.testing.serving import serving

from .connections import measured


def test_five_hundred_connections_are_held_and_answered_beside_busy_ones(tmp_path):
    with serving(tmp_path, {"A3DAV_ASYNC_POOL__WORKERS": "2"}) as served:
        person = served.person()
        served.start()
        outcome = measured(served, person, idle=500, active=8, seconds=2)
    print(outcome)
    assert outcome.whole
    assert outcome.opened == 509
    assert outcome.answered > 1000

"""The end of a supervisor is the end of its children, also of those that have only begun."""


def test_a_worker_that_is_still_starting_ends_with_its_supervisor(torture):
    victims = torture(builds="starts_slowly").victims
    victims.worker_and_supervisor()
    assert victims.wrong == []

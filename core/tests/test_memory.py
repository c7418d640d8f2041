"""The first level of the cache."""

from a3dav.caches.memory import OVERHEAD, Memory

ROOM = 20 * (100 + OVERHEAD)


def filled(*keys):
    memory = Memory(ROOM)
    for key in keys:
        memory.put(key, f"value of {key}", 100)
    return memory


def test_what_was_put_is_there():
    assert filled("a", "b").get("a") == "value of a"


def test_what_was_not_put_is_not_there():
    assert filled("a").get("b") is None


def test_the_oldest_makes_room():
    memory = filled(*range(21))
    assert [memory.get(key) is None for key in (0, 1, 20)] == [True, False, False]
    assert (memory.evictions, memory.bytes <= ROOM) == (1, True)


def test_what_is_used_stays_longer():
    memory = filled(*range(20))
    memory.get(0)
    memory.put("more", "value", 100)
    assert [memory.get(key) is None for key in (0, 1)] == [False, True]


def test_a_key_put_twice_takes_its_room_once():
    memory = filled("a", "a", "a")
    assert (len(memory), memory.bytes) == (1, 100 + OVERHEAD)


def test_one_large_value_does_not_push_out_all_others():
    memory = filled("a")
    memory.put("large", "value", ROOM // 8)
    assert [memory.get("large"), memory.get("a")] == [None, "value of a"]


def test_memory_of_no_bytes_keeps_nothing():
    memory = Memory(0)
    memory.put("a", "", 0)
    assert (memory.get("a"), bool(memory)) == (None, False)


def test_it_counts_what_it_gives():
    memory = filled("a")
    for key in ("a", "a", "b"):
        memory.get(key)
    assert (memory.hits, memory.misses) == (2, 1)

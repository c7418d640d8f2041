"""The example of the README works as it stands there."""

import re
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"


def test_the_example_holds_what_it_asserts():
    (example,) = re.findall(r"```python\n(.*?)```", README.read_text(), re.DOTALL)
    assert "assert " in example
    exec(compile(example, str(README), "exec"), {})

"""What the operator decides, read from a file, the environment and the command line."""

from a3dav.config.fields import setting
from a3dav.config.model import CoreSettings
from a3dav.config.settings import RawSettings, Row, effective, read

__all__ = ["CoreSettings", "RawSettings", "Row", "effective", "read", "setting"]

"""Where the authority of a home network and the server's certificate lie, in the data directory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LanFiles:
    folder: Path

    @classmethod
    def of(cls, data_dir: Path) -> LanFiles:
        return cls(data_dir / "tls")

    @property
    def authority(self) -> Path:
        return self.folder / "authority.crt"

    @property
    def authority_key(self) -> Path:
        return self.folder / "authority.key"

    @property
    def certificate(self) -> Path:
        """Certificate and key in one file, so that they are replaced together."""
        return self.folder / "server.pem"

"""python -m a3dav_sdk"""

import sys

from a3dav_sdk.commands import main

sys.exit(main())

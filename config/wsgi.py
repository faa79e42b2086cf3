"""The WSGI entry point that the application server loads."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
# A large page makes a hundred thousand objects, none in a circle: looking for those took a tenth of its time.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)

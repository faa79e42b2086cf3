"""The addresses of live sessions."""

from workshops import room_urls

app_name = "workshops"
urlpatterns = [*room_urls.urlpatterns]

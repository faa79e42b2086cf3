"""The addresses of the room: what is projected, and what people hold in their hands."""

urlpatterns = []

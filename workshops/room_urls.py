"""The addresses of the room: what is projected, and what people hold in their hands."""

from django.urls import path

from workshops.views import joining, phone, phone_acts, projector

urlpatterns = [
    path("werksessies/<int:workshop>/projector/", projector.projector, name="projector"),
    path("werksessies/<int:workshop>/projector/live/", projector.projector_stream, name="projector-stream"),
    path("werksessies/<int:workshop>/projector/stap/", projector.bring_everyone, name="projector-step"),
    path("meedoen/", joining.join_page, name="join"),
    path("meedoen/nu/", phone.phone, name="phone"),
    path("meedoen/nu/live/", phone.phone_stream, name="phone-stream"),
    path("meedoen/nu/stemmen/", phone.votes, name="phone-votes"),
    path("meedoen/nu/gevoel/", phone_acts.feel, name="phone-feel"),
    path("meedoen/nu/briefjes/", phone_acts.write, name="phone-write"),
    path("meedoen/nu/briefjes/<int:note>/", phone_acts.change, name="phone-change"),
    path("meedoen/nu/briefjes/<int:note>/weg/", phone_acts.take_back, name="phone-take-back"),
    path("meedoen/nu/stippen/", phone_acts.vote, name="phone-vote"),
    path("meedoen/nu/stoppen/", phone_acts.leave, name="phone-leave"),
    path("meedoen/<str:code>/", joining.join_with_code, name="join-code"),
]

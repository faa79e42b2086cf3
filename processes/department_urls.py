"""The addresses of departments: a name, which may hold anything, also a slash."""

from django.urls import path

from processes.views import departments

app_name = "departments"
urlpatterns = [
    path("afdelingen/", departments.department_list, name="department-list"),
    path("afdelingen/<path:department>/", departments.department_page, name="department-page"),
]

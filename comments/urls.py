from django.urls import path

import articles.addresses  # noqa: F401 - registers the converters
from comments import views

app_name = "comments"
urlpatterns = [
    path("received/<str:token>/", views.received, name="received"),
    path("stop/<str:token>/", views.stop_notices, name="stop_notices"),
    path("<code:code>/", views.leave, name="leave"),
    path("<code:code>/confirm/", views.confirm, name="confirm"),
]

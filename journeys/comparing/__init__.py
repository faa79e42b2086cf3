"""Journeys under each other on one true time axis: what differs, and where everything lies in the drawing."""

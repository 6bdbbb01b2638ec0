package sightline.web.view.part;

/** A date with what it means today: "12 Sep 2025", "2 working days late". */
public record Due(String date, String label, DueTone tone) {}

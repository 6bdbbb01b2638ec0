package sightline;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server's wiring: everything in the rooms below this package. Started by the console. */
@SpringBootApplication
public class SightlineApplication {}

package sightline.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the description of this interface (OpenAPI 3.1); a test holds it to the routes. */
@RestController
final class ApiDescription {
    private final Resource description = new ClassPathResource("/api/openapi.json");

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource description() {
        return description;
    }
}

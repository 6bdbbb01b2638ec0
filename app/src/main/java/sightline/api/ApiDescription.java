package sightline.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;

/**
 * Publishes the description of this interface (OpenAPI 3.1); a test holds it to the routes. It is
 * sent whole, whatever range of it is asked for.
 */
@RestController
final class ApiDescription {
    private final byte[] description;

    ApiDescription() throws IOException {
        description = new ClassPathResource("/api/openapi.json").getContentAsByteArray();
    }

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] description() {
        return description.clone();
    }
}

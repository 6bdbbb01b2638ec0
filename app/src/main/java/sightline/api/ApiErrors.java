package sightline.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

import sightline.feeds.Problem;

import java.util.List;

/** Answers as a problem what no controller of the API is asked for, or is asked for wrongly. */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
public final class ApiErrors {
    private static final String API = "/api/";

    /** A parameter that is no number, say. What was sent is not repeated. */
    @ExceptionHandler
    ResponseEntity<Object> unreadable(MethodArgumentTypeMismatchException wrong) {
        return ApiProblem.notUnderstood(
                        List.of(
                                new Problem(
                                        wrong.getName(),
                                        "it is not of the type that this parameter has",
                                        "send it as /api/openapi.json says")))
                .response();
    }

    @ExceptionHandler
    ResponseEntity<Object> missing(MissingServletRequestParameterException missing) {
        return ApiProblem.notUnderstood(
                        List.of(
                                new Problem(
                                        missing.getParameterName(),
                                        "it is missing",
                                        "send it as /api/openapi.json says")))
                .response();
    }

    /** Whether a request that failed was one of the API, which reads no pages. */
    public static boolean concerns(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address
                && isOfApi(address);
    }

    /** Whether a path is one of the API. */
    public static boolean isOfApi(String path) {
        return path.startsWith(API);
    }

    /** What is answered to such a request. */
    public static ResponseEntity<Object> answer(int status) {
        return switch (HttpStatus.resolve(status)) {
            case METHOD_NOT_ALLOWED -> ApiProblem.noSuchMethod().response();
            case UNAUTHORIZED -> ApiProblem.notSignedIn().response();
            case UNSUPPORTED_MEDIA_TYPE -> ApiProblem.wrongType().response();
            case BAD_REQUEST -> ApiProblem.notUnderstood(List.of()).response();
            case null, default ->
                    status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                            ? ApiProblem.noSuchRoute(status).response()
                            : ApiProblem.notStored().response();
        };
    }
}

package dev.remoteassistance.peers.spring;

import dev.remoteassistance.peers.spring.model.ErrorDetails;
import dev.remoteassistance.peers.spring.model.ODataError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns exceptions of Spring MVC, the validator and the store, and unexpected ones, into error responses. */
@RestControllerAdvice
class RefusalAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalAdvice.class);
    private static final String INVALID = "ModelValidationFailure";
    private static final String RETRY_AFTER_SECONDS = "5";

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<ErrorDetails> details = exception.getParameterValidationResults().stream()
                .flatMap(parameter -> parameter.getResolvableErrors().stream())
                .map(fault -> new ErrorDetails(INVALID, fault.getDefaultMessage(), target(fault)))
                .toList();
        return json(status, headers, Refusal.body(INVALID, "The request breaks its rules.", details, ids(request)));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception exception, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String phrase = HttpStatus.valueOf(status.value()).getReasonPhrase();
        return json(status, headers, Refusal.body(phrase.replace(" ", ""), phrase + ".", ids(request)));
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Object> storeUnavailable(Exception exception, WebRequest request) {
        LOG.error("The store is unavailable, request {}", ids(request).requestId(), exception);
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return handleExceptionInternal(exception, null, headers, HttpStatus.SERVICE_UNAVAILABLE, request);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> unexpected(Exception exception, WebRequest request) {
        LOG.error("Unexpected, request {}", ids(request).requestId(), exception);
        return handleExceptionInternal(exception, null, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    private static String target(MessageSourceResolvable fault) {
        return fault instanceof FieldError field ? field.getField().replace('.', '/') : RequestIds.CLIENT_REQUEST_ID;
    }

    private static ResponseEntity<Object> json(HttpStatusCode status, HttpHeaders headers, ODataError body) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private static RequestIds ids(WebRequest request) {
        HttpServletRequest servletRequest = ((ServletWebRequest) request).getRequest();
        return RequestIds.of(servletRequest);
    }
}

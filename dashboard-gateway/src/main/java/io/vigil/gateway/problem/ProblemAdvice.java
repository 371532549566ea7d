package io.vigil.gateway.problem;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

/** Gives every problem document its {@code code}, Spring's own included. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    FieldError field = e.getBindingResult().getFieldErrors().get(0);
    return answer(
        e,
        HttpStatus.UNPROCESSABLE_CONTENT,
        "invalid_field",
        field.getField() + " " + field.getDefaultMessage(),
        request);
  }

  /** JSON that does not say what it should is told from what is not JSON. */
  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (e.getCause() instanceof DatabindException mismatch && !mismatch.getPath().isEmpty()) {
      String field = mismatch.getPath().get(0).getPropertyName();
      return answer(
          e,
          HttpStatus.UNPROCESSABLE_CONTENT,
          "invalid_field",
          field + " has a value that it cannot have",
          request);
    }
    return answer(
        e, HttpStatus.BAD_REQUEST, "malformed_json", "The body is not the JSON expected", request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    String detail = e.getPropertyName() + " has a value that it cannot have";
    return answer(e, HttpStatus.BAD_REQUEST, "malformed_parameter", detail, request);
  }

  @ExceptionHandler(Exception.class)
  @Nullable ResponseEntity<Object> unexpected(Exception e, WebRequest request) {
    log.error("A request failed unexpectedly", e);
    return answer(
        e, HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something failed on our side", request);
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (body instanceof ProblemDetail problem
        && (problem.getProperties() == null || !problem.getProperties().containsKey("code"))) {
      problem.setProperty("code", ProblemCode.of(status));
    }
    return super.createResponseEntity(body, headers, status, request);
  }

  private @Nullable ResponseEntity<Object> answer(
      Exception e, HttpStatus status, String code, String detail, WebRequest request) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return handleExceptionInternal(e, problem, new HttpHeaders(), status, request);
  }
}

package io.vigil.ingest.reading;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Reads the body of a request, token by token, without a tree or an object for each reading: this
 * is one of the places where we go beneath the framework, since ingest spends a good part of its
 * time here. Not thread-safe; each thread has its own.
 */
public final class ReadingsParser {
  /** What is deeper counts as no JSON: the parser's memory for each level would add up. */
  private static final int DEEPEST = 100_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          // The body's limit bounds all lengths, and numbers are read in linear time.
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          // JSON between systems is UTF-8 (RFC 8259); nothing is guessed.
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
          .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          .recyclerPool(JsonRecyclerPools.threadLocalPool())
          .build();

  private final int mostReadings;
  private final ReadingDraft draft = new ReadingDraft();

  /**
   * A parser to use again and again.
   *
   * @param mostReadings how many readings a request may hold
   */
  public ReadingsParser(int mostReadings) {
    this.mostReadings = mostReadings;
  }

  /**
   * Reads a body of {@code application/json}: one reading, or an array.
   *
   * @param nowMs when the request was taken, in milliseconds since 1970
   */
  public Submission parseJson(byte[] body, int offset, int length, PatientScope scope, long nowMs)
      throws NotJsonException, TooManyReadingsException {
    if (!Utf8.isWellFormed(body, offset, length)) {
      throw new NotJsonException("the body is not UTF-8");
    }
    Submission submission = new Submission();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body, offset, length)) {
      JsonToken first = json.nextToken();
      if (first == null) {
        throw new NotJsonException("the body is empty");
      }
      if (first == JsonToken.START_ARRAY) {
        for (JsonToken token = json.nextToken();
            token != JsonToken.END_ARRAY;
            token = json.nextToken()) {
          take(json, token, submission, scope, nowMs);
        }
      } else {
        take(json, first, submission, scope, nowMs);
      }
      if (json.nextToken() != null) {
        throw new NotJsonException("the body is more than one JSON value");
      }
      return submission;
    } catch (JacksonException e) {
      throw new NotJsonException(whereItBroke(e));
    }
  }

  /** A body of {@code application/x-ndjson} begins, to be read while it arrives. */
  public ReadingLines lines(PatientScope scope) {
    return new ReadingLines(this, scope);
  }

  /** Reads one line, which is not blank; whether it is JSON. */
  boolean takeLine(
      byte[] body, int offset, int length, Submission submission, PatientScope scope, long nowMs)
      throws TooManyReadingsException {
    refuseFlood(submission);
    if (!Utf8.isWellFormed(body, offset, length)) {
      submission.reject(Flaw.LINE_MALFORMED);
      return false;
    }
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body, offset, length)) {
      JsonToken first = json.nextToken();
      Flaw flaw = judge(json, first, submission.size(), scope, nowMs);
      if (json.nextToken() != null) {
        submission.reject(Flaw.LINE_MALFORMED);
        return false;
      }
      add(flaw, submission);
      return true;
    } catch (JacksonException e) {
      submission.reject(Flaw.LINE_MALFORMED);
      return false;
    }
  }

  private void take(
      JsonParser json, JsonToken token, Submission submission, PatientScope scope, long nowMs)
      throws TooManyReadingsException {
    refuseFlood(submission);
    add(judge(json, token, submission.size(), scope, nowMs), submission);
  }

  private void refuseFlood(Submission submission) throws TooManyReadingsException {
    if (submission.size() >= 2 * mostReadings) {
      throw new TooManyReadingsException(mostReadings);
    }
  }

  private void add(@Nullable Flaw flaw, Submission submission) {
    if (flaw == null) {
      submission.accept(draft);
    } else {
      submission.reject(flaw);
    }
  }

  private @Nullable Flaw judge(
      JsonParser json, JsonToken token, int index, PatientScope scope, long nowMs) {
    if (index >= mostReadings) {
      json.skipChildren();
      return Flaw.TOO_MANY_READINGS;
    }
    if (token != JsonToken.START_OBJECT) {
      json.skipChildren();
      return Flaw.NOT_AN_OBJECT;
    }
    draft.read(json);
    return draft.judge(scope, nowMs);
  }

  /** Without the parser's own words, which quote what the client sent. */
  private static String whereItBroke(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    return location == null
        ? "the body is not JSON"
        : "the body is not JSON near byte " + Math.max(0, location.getByteOffset());
  }
}

package io.vigil.gateway.feed;

import io.vigil.gateway.access.Access;
import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.gateway.problem.Refused;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.schema.registry.Patient;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers the news of those whom a doctor follows. */
@RestController
class FeedController {
  private static final int MAX = 200;
  private final Newsroom newsroom;
  private final Access access;
  private final Audit audit;
  private final InstantSource clock;

  FeedController(Newsroom newsroom, Access access, Audit audit, InstantSource clock) {
    this.newsroom = newsroom;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * One page of news, the newest first.
   *
   * @param next asks for what is older, or null where there is nothing older
   */
  record Page(List<News> news, @Nullable NewsCursor next) {}

  /** More, or fewer, than a page can have. */
  static final class PageOutOfBounds extends Refused {
    private static final long serialVersionUID = 1L;

    PageOutOfBounds() {
      super(HttpStatus.BAD_REQUEST, "limit_out_of_bounds", "limit can be 1 to " + MAX);
      limit("limit 1 to " + MAX);
    }
  }

  @GetMapping("/api/v1/me/feed")
  Page feed(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit,
      @AuthenticationPrincipal SignedIn doctor,
      HttpServletRequest request) {
    if (limit < 1 || limit > MAX) {
      throw new PageOutOfBounds();
    }
    NewsCursor begin = after == null || after.isEmpty() ? null : NewsCursor.parse(after);
    List<String> heard =
        access.heardBy(doctor.person(), clock.instant()).stream()
            .map(Patient::id)
            .sorted()
            .toList();
    audit.tell(
        AuditEvent.of("feed_seen")
            .by(doctor.person().username(), request.getRemoteAddr())
            .ofPatients(heard));
    List<News> news = newsroom.of(heard, begin, limit + 1);
    boolean more = news.size() > limit;
    List<News> page = more ? news.subList(0, limit) : news;
    return new Page(page, more ? page.get(limit - 1).cursor() : null);
  }
}

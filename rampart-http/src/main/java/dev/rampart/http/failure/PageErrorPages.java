package dev.rampart.http.failure;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.http.ErrorPages;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.ErrorPage;
import dev.rampart.http.page.Fault;
import dev.rampart.http.page.Fault.Kind;
import dev.rampart.http.page.Frame;
import dev.rampart.http.page.Frames;
import dev.rampart.http.page.Pages;
import jakarta.inject.Inject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a failure on a page in the name of the organization where it happened. */
public final class PageErrorPages implements ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrorPages.class);
    private static final Frame NOBODY = new Frame(Locale.ENGLISH, "Rampart");

    private final Pages pages;
    private final Frames frames;

    @Inject
    public PageErrorPages(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @Override
    public Response page(Failure failure) {
        return pages.response(
                failure.status(), new ErrorPage(frame(failure.tenant()), fault(failure), failure.requestId(), null));
    }

    /** A page that says that the database is away must not fail because it is. */
    private Frame frame(@Nullable Tenant tenant) {
        if (tenant == null) {
            return NOBODY;
        }
        try {
            return frames.find(tenant).orElse(NOBODY);
        } catch (RuntimeException e) {
            LOG.debug("an error page goes without the name of its organization", e);
            return NOBODY;
        }
    }

    /** What was wrong with a request helps whoever wrote the application; the rest a person knows from the texts. */
    private static Fault fault(Failure failure) {
        Kind kind = kind(failure.status());
        return kind == Kind.BAD_REQUEST ? new Fault(kind, failure.text(), null) : Fault.of(kind);
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401 -> Kind.FORBIDDEN;
            // No page asks for a permission: what is refused there is a form that lost its cookie.
            case 403 -> Kind.FOREIGN_FORM;
            case 404 -> Kind.NOT_FOUND;
            case 405 -> Kind.METHOD_NOT_ALLOWED;
            case 413, 414 -> Kind.TOO_LARGE;
            case 429 -> Kind.TOO_MANY_REQUESTS;
            case 503 -> Kind.UNAVAILABLE;
            default -> status < 500 ? Kind.BAD_REQUEST : Kind.SERVER_ERROR;
        };
    }
}

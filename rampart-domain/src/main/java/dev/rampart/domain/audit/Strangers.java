package dev.rampart.domain.audit;

import dev.rampart.domain.shared.OrgId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is known of people who act in other organizations than their own, and whose keys lie at home. */
@FunctionalInterface
public interface Strangers {

    /**
     * What events of {@code org} say of their actors, by the ids of the events. An event is not among them if nobody
     * can open it any more; that may be ten seconds late.
     */
    Map<UUID, PersonalPart> tell(OrgId org, List<RecordedEvent> events);

    /** Events with what can be told of those of their actors who are strangers. */
    default List<RecordedEvent> opened(OrgId org, List<RecordedEvent> events) {
        List<RecordedEvent> unopened =
                events.stream().filter(event -> event.unopened().isPresent()).toList();
        if (unopened.isEmpty()) {
            return events;
        }
        Map<UUID, PersonalPart> told = tell(org, unopened);
        return events.stream().map(event -> opened(event, told)).toList();
    }

    private static RecordedEvent opened(RecordedEvent event, Map<UUID, PersonalPart> told) {
        if (event.unopened().isEmpty()) {
            return event;
        }
        PersonalPart part = told.get(event.id());
        return part == null ? event.erased() : event.told(part);
    }
}

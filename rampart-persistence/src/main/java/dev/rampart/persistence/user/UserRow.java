package dev.rampart.persistence.user;

import static dev.rampart.persistence.schema.Tables.APP_USER;

import dev.rampart.domain.user.AddressPart;
import dev.rampart.domain.user.ManagedUser;
import dev.rampart.domain.user.Profile;
import dev.rampart.domain.user.StandardClaim;
import dev.rampart.domain.user.User;
import dev.rampart.domain.user.UserId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;

/** A person as the columns of a row. */
public final class UserRow {

    /** All that {@link #toDomain} needs. */
    public static final List<Field<?>> COLUMNS = List.of(
            APP_USER.USER_ID,
            APP_USER.USERNAME,
            APP_USER.EMAIL,
            APP_USER.EMAIL_VERIFIED,
            APP_USER.NAME,
            APP_USER.GIVEN_NAME,
            APP_USER.FAMILY_NAME,
            APP_USER.MIDDLE_NAME,
            APP_USER.NICKNAME,
            APP_USER.PROFILE,
            APP_USER.PICTURE,
            APP_USER.WEBSITE,
            APP_USER.GENDER,
            APP_USER.BIRTHDATE,
            APP_USER.ZONEINFO,
            APP_USER.LOCALE,
            APP_USER.PHONE_NUMBER,
            APP_USER.PHONE_NUMBER_VERIFIED,
            APP_USER.ADDRESS_FORMATTED,
            APP_USER.ADDRESS_STREET,
            APP_USER.ADDRESS_LOCALITY,
            APP_USER.ADDRESS_REGION,
            APP_USER.ADDRESS_POSTAL_CODE,
            APP_USER.ADDRESS_COUNTRY,
            APP_USER.ENABLED,
            APP_USER.CREATED_AT,
            APP_USER.UPDATED_AT);

    /** All that {@link #toManaged} needs, and their key. */
    static final List<Field<?>> MANAGED = Stream.concat(
                    COLUMNS.stream(),
                    Stream.of(
                            APP_USER.ATTRIBUTES,
                            APP_USER.PASSWORD_CHANGE_REQUIRED,
                            APP_USER.VERSION,
                            APP_USER.PERSONAL_KEY))
            .toList();

    private UserRow() {}

    static Field<String> column(StandardClaim claim) {
        return switch (claim) {
            case NAME -> APP_USER.NAME;
            case GIVEN_NAME -> APP_USER.GIVEN_NAME;
            case FAMILY_NAME -> APP_USER.FAMILY_NAME;
            case MIDDLE_NAME -> APP_USER.MIDDLE_NAME;
            case NICKNAME -> APP_USER.NICKNAME;
            case PROFILE -> APP_USER.PROFILE;
            case PICTURE -> APP_USER.PICTURE;
            case WEBSITE -> APP_USER.WEBSITE;
            case GENDER -> APP_USER.GENDER;
            case BIRTHDATE -> APP_USER.BIRTHDATE;
            case ZONEINFO -> APP_USER.ZONEINFO;
            case LOCALE -> APP_USER.LOCALE;
            case PHONE_NUMBER -> APP_USER.PHONE_NUMBER;
        };
    }

    static Field<String> column(AddressPart part) {
        return switch (part) {
            case FORMATTED -> APP_USER.ADDRESS_FORMATTED;
            case STREET_ADDRESS -> APP_USER.ADDRESS_STREET;
            case LOCALITY -> APP_USER.ADDRESS_LOCALITY;
            case REGION -> APP_USER.ADDRESS_REGION;
            case POSTAL_CODE -> APP_USER.ADDRESS_POSTAL_CODE;
            case COUNTRY -> APP_USER.ADDRESS_COUNTRY;
        };
    }

    public static User toDomain(Record row) {
        return new User(
                new UserId(row.get(APP_USER.USER_ID)),
                Optional.ofNullable(row.get(APP_USER.USERNAME)),
                Optional.ofNullable(row.get(APP_USER.EMAIL)),
                row.get(APP_USER.EMAIL_VERIFIED),
                profile(row),
                row.get(APP_USER.ENABLED),
                row.get(APP_USER.CREATED_AT),
                row.get(APP_USER.UPDATED_AT));
    }

    static ManagedUser toManaged(Record row) {
        return new ManagedUser(
                toDomain(row),
                row.get(APP_USER.ATTRIBUTES).data(),
                row.get(APP_USER.PASSWORD_CHANGE_REQUIRED),
                row.get(APP_USER.VERSION));
    }

    private static Profile profile(Record row) {
        Map<StandardClaim, String> claims = new EnumMap<>(StandardClaim.class);
        for (StandardClaim claim : StandardClaim.values()) {
            Optional.ofNullable(row.get(column(claim))).ifPresent(value -> claims.put(claim, value));
        }
        Map<AddressPart, String> address = new EnumMap<>(AddressPart.class);
        for (AddressPart part : AddressPart.values()) {
            Optional.ofNullable(row.get(column(part))).ifPresent(value -> address.put(part, value));
        }
        return new Profile(claims, address, row.get(APP_USER.PHONE_NUMBER_VERIFIED));
    }
}

package sightline.core.facts;

/**
 * What a fact asserts: a closed set of records, one per kind, in groups by who records them.
 *
 * <p>A kind's name on the wire is its record's name in kebab case ({@code InjuryObserved}: {@code
 * injury-observed}); so are the names of its fields' codes.
 */
public sealed interface Body
        permits CareBody,
                HealthBody,
                HousingBody,
                JusticeBody,
                MeetingBody,
                PersonBody,
                PoliceBody,
                SchoolBody,
                SharedBody,
                SystemBody {}

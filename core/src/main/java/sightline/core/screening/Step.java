package sightline.core.screening;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;

import java.util.List;

/**
 * One step of the path of evidence.
 *
 * @param text what was recorded, in plain words, as recorded
 * @param source who recorded it; {@code sightline} for what follows from other steps
 * @param date when it was so
 * @param certainty how sure the step is
 * @param facts the facts it rests on
 */
public record Step(Text text, AgencyId source, When date, Certainty certainty, List<FactId> facts) {
    public Step {
        facts = List.copyOf(facts);
    }
}

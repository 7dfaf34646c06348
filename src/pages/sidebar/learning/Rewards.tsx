/** Good work and nominations, and who is Student of the Week. */
import { REWARD_KINDS, SUBJECTS } from "../../../domain/words/choices";
import type { RewardForm } from "../../../domain/learning/rewards";
import type { PupilPage } from "../../../domain/views/pupilView";
import { call } from "../../parts/call";
import { Segments, SubjectChoice } from "../../parts/choices";
import { Boxes, Words } from "../../parts/fields";
import { FormBox } from "../../parts/Form";
import { RecordList } from "../../parts/Records";
import { StudentOfTheWeekView } from "./StudentOfTheWeek";
import { dayText, Facts, Soft, upper } from "../../parts/words";

const [GOOD_WORK, NOMINATION] = REWARD_KINDS;
const START: RewardForm = { kind: GOOD_WORK, subject: SUBJECTS[0], piece: "", criterion: "", reason: "" };

/** A nomination has no boxes for a piece of work. */
const sent = (values: RewardForm): RewardForm =>
  values.kind === GOOD_WORK ? values : { ...values, piece: "", criterion: "" };

export function Rewards({ page }: { page: PupilPage }) {
  return (
    <>
      <h2>Rewards</h2>
      <NewReward page={page} />
      <StudentOfTheWeekView week={page.studentOfTheWeek} teaches={page.me.teaches} />
      <RecordList title={`${page.knownAs}'s rewards`} records={page.rewards} none="None yet.">
        {(reward) => (
          <>
            <b>
              {upper(reward.kind)}, {reward.subject}
            </b>
            <Facts
              of={[
                ["Piece", reward.piece],
                ["Met", reward.criterion],
              ]}
            />
            {reward.reason && <p>{reward.reason}</p>}
            <Soft>
              {dayText(reward.at.slice(0, 10))}, {reward.by}
            </Soft>
          </>
        )}
      </RecordList>
    </>
  );
}

const NewReward = ({ page }: { page: PupilPage }) => (
  <FormBox
    name="Rewards/new"
    start={START}
    run={(values) => call("addReward", page.id, sent(values))}
    label="New reward"
  >
    {(form) => (
      <>
        <Segments
          form={form}
          field="kind"
          label="What it is"
          options={[
            [GOOD_WORK, "Good work"],
            [NOMINATION, "Nominate"],
          ]}
        />
        {form.values.kind === GOOD_WORK ? (
          <Boxes
            form={form}
            of={[
              ["piece", "Piece of work"],
              ["criterion", "Criterion that it met"],
              ["reason", "Why, in a sentence (the provider will read it)"],
            ]}
          />
        ) : (
          <Words
            form={form}
            field="reason"
            label="Why you nominate this pupil for Student of the Week"
            isLong
          />
        )}
        <SubjectChoice form={form} />
      </>
    )}
  </FormBox>
);

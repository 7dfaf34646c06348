/** One sentence about the week as pupils say it: after a good one, a mixed one and a hard one. */

export const GOOD_WEEK: readonly string[] = [
  "I finished my model and it works.",
  "It was a good week and maths was actually fun.",
  "I got my certificate and my nan put it on the fridge.",
  "I helped in the kitchen and everyone liked the soup.",
  "I did all my reading and I want the next book.",
  "I liked coming in, even when it rained.",
  "Football on Wednesday was the best bit.",
  "I did not need my card at all this week.",
  "I showed a new pupil around and it felt good.",
  "I wrote two pages and my hand hurt but I was proud.",
  "I like mornings now because we start with a game.",
  "I got the drill licence in the workshop.",
  "I kept my promise from Monday.",
  "My group listened to my idea.",
  "I was brave and read out loud.",
  "I am getting quick at my sixes.",
];

export const MIXED_WEEK: readonly string[] = [
  "Monday was hard but Thursday was good.",
  "I was tired a lot but I still did my writing.",
  "Cooking was great, maths was a bit confusing.",
  "I got stuck and then I asked, so that was OK.",
  "I want to sit by the window because it is quieter.",
  "I liked the trip but the bus was too loud.",
  "Some of it was easy and some was too hard.",
  "I had a fall-out but we sorted it.",
  "The bus was a pain but the lessons were fine.",
  "I did better after break than before.",
  "It goes better when I know what comes next.",
  "I need more help with fractions, reading is fine.",
  "I used my card once and it helped.",
  "It was up and down, like always before a holiday.",
];

export const HARD_WEEK: readonly string[] = [
  "It was a hard week but I kept going.",
  "I did not sleep well so everything was harder.",
  "I want to start again on Monday.",
  "It was too noisy for me and I would like the small room.",
  "It was all a bit much, but I did like the art.",
  "I was worried and I told my key worker.",
  "I find mornings really hard at the moment.",
  "I would like someone to help me start.",
  "Talking on the walk helped me a bit.",
  "I did not get much done, but I did say sorry.",
  "Next week I want to try two lessons.",
  "It helps when nobody watches me write.",
];

// Common given names of many countries, without those that are also everyday words ("will",
// "grace", "may"): typed in lower case, only these are taken for names. Sorted.
#include <algorithm>

#include "understand/names.h"

namespace keel {
namespace {

constexpr std::string_view names =
    "aaron abby abdul abena abigail adaeze adam adele adil aditi aditya adrian agnes ahmed "
    "aidan aisha aisling ajay akira akua alan alana albert alejandro aleks alessandro alex "
    "alexa alexander alexandra alexis alfie ali alice alicia alina alisha alison allan "
    "allison alyssa amanda amara amber amelia amina amir amit amy ana anastasia anders "
    "andre andrea andrei andres andrew andy angela angelica anika anil anisha anita anjali "
    "ann anna anne annie anthony antonio anya arash archie ariana ariel arjun armando arnav "
    "arthur arun asha ashley ashton astrid audrey ava axel ayesha bailey barbara barry "
    "beatriz becca becky ben benjamin benji bernard beth bethany bianca bilal blake bobby "
    "bola bongani brad bradley brandon brenda brendan brian bridget brooke bruno bryan "
    "bryce caitlin callum cameron camila camille carl carla carlos carly carmen carol "
    "caroline casey cassie catherine cathy cecilia celeste celia chad chandra chantelle "
    "charlie charlotte chen cheryl chiara chidi chinedu chioma chloe chris christian "
    "christina christine christopher ciara cillian cindy claire clara claudia clive cody "
    "colin colleen connor conor corey courtney craig cristina curtis cynthia daisy damian "
    "damien dan dana dani daniel daniela danielle danny daphne darren dave david dayo deb "
    "debbie deborah declan deepa deepak delia denise dennis derek desmond devon dexter "
    "diana diane diego dina dinesh dmitri dolores dominic donald donna doris doug duncan "
    "dylan eamon ed eddie edgar edith eduardo edward eileen elaine eleanor elena eli elias "
    "elif elijah elina elisa elise eliza elizabeth ella ellen ellie elliot elliott ellis "
    "eloise elsa emeka emil emily emma enrique eric erica erik erika erin esme esther ethan "
    "eva evan eve evelyn ewan ezra faisal farah fatima felicity felipe felix femi fergus "
    "fernanda fernando finley finn fiona florence folake frances francesca francis frankie "
    "fred freddie freya gabriel gabriela gareth gary gavin gemma geoff george georgia "
    "georgina gerald gianni gina giovanni giulia gloria gonzalo gordon graham greg greta "
    "guillermo gus hamza hana hanna hannah harriet harris harry harvey hassan hayley hazel "
    "heather hector heidi helen helena henrik henry hilary himanshu holly howard hugo "
    "hussain ian ibrahim ifeoma imani imogen imran ines ingrid irene irina isaac isabel "
    "isabella isabelle isla ismail ivan jack jackie jackson jacob jade jaime jake jamal "
    "james jamie jane janet janice jared jasmin jasmine jason javier jayden jean jeff jen "
    "jenna jennifer jenny jeremy jerome jess jesse jessica jill jim jimmy jo joan joanna "
    "joanne joao joaquin jodie joe joel joey johan johanna john johnny jon jonas jonathan "
    "jordan jorge jose joseph josh joshua joyce juan juana judith judy jules julia julian "
    "julie juliet justin kabir kai kamal kara karen karim karina karl kasia kat kate "
    "katherine kathleen kathy katie katrina kavita kay kayla keith kelly kelvin ken kenny "
    "kerry kevin khadija khalid kiara kieran kim kimberly kiran kirsten kirsty klaus kofi "
    "krish krista kristen kristina kunal kwabena kwame kyle lara larry laura lauren "
    "laurence layla lea leah leandro lee leila lena leo leon leona leonard lerato leroy "
    "leslie lewis lia liam lila lily lina linda lindsay lisa liz lizzie logan lois lola "
    "lorenzo lorna lorraine louis louisa louise luca lucas lucia luciana lucy luis luisa "
    "luka luke luna lydia lynn mabel maddie madison magda maggie mahmoud malcolm malik "
    "mandy manuel mara marcel marcia marco marcus marek margaret maria mariam mariana marie "
    "marina mario marion marisa marissa marta martha martin martina marvin mary mateo "
    "mathew matilda matt matteo matthew maureen maurice mauro maya meera meg megan mehmet "
    "mei mel melanie melissa mercedes meredith mia micah michael michaela michelle miguel "
    "mihai mika mike mila milan millie milo mina mira miranda miriam mohamed mohammed moira "
    "molly mona monica morgan moses muhammad musa myra nadia naomi natalia natalie natasha "
    "nate nathan nathaniel neha neil ngozi nia niall nicholas nick nicky nico nicola "
    "nicolas nicole nigel nikhil niki nikita nikolai nina nisha nkechi noah noel nora norma "
    "nuno obi obinna olga oliver olivia ollie omar oscar osman owen pablo paige pam pamela "
    "paola paolo parker patricia patrick paul paula pauline pavel pedro penelope perry pete "
    "peter petra phil philip phoebe pierre piotr pippa poppy pranav preeti priya quentin "
    "quinn rachel rafael rahul raj rajesh ralph ramon raquel rashid raul ravi raymond "
    "rebecca reece reggie regina rekha renata rene reuben rhys ria ricardo richard rick "
    "ricky riley rina rita robbie robert roberto robin robyn rodrigo roger rohan rohit "
    "roisin roland ronan ronnie rory rosa rosalind rosemary rosie ross rowan roxanne roy "
    "ruben ruby rupert russell ruth ryan sabrina sadie saeed salim sally salma sam samantha "
    "samir samuel sandeep sandra sanjay santiago saoirse sara sarah sasha saskia scott sean "
    "sebastian segun selena serena sergio seth seun shane shania shannon sharon shaun "
    "shauna shawn sheila shelly sheryl shirley shreya sian sienna silvia simon simone "
    "siobhan sipho sofia sofie solomon sonia sonja sophia sophie spencer stacey stan stefan "
    "stefania stella steph stephanie stephen steve steven stewart stuart sunil susan susana "
    "susie suzanne sven sylvia tamara tamika tania tanya tara tariq tasha taylor ted teresa "
    "terry tess tessa thabo thandi theo theresa thiago thomas tia tim timothy tina toby "
    "todd tom tomas tommy toni tony tracey tracy travis trevor trish tristan tunde tyler "
    "tyrone uma umar ursula usman valentina valeria vanessa vera verity veronica vicky "
    "victor victoria vijay vikram vince vincent viola vivek vivian walter wanda wanjiru "
    "warren wayne wendy wesley wilfred willa william winston xavier yasmin yaw yetunde "
    "yolanda yosef yuki yuri yusuf yvette yvonne zac zach zachary zahra zain zane zara zayn "
    "zoe zoey zuri ";

}  // namespace

bool is_given_name(std::string_view folded) {
  // Whole words in one sorted run of text: halve the run, step back to a word's beginning, compare.
  size_t low = 0;
  size_t high = names.size();
  while (low < high) {
    size_t at = low + (high - low) / 2;
    while (at > low && names[at - 1] != ' ') --at;
    const std::string_view word = names.substr(at, names.find(' ', at) - at);
    if (word == folded) return true;
    if (word < folded) {
      low = at + word.size() + 1;
    } else {
      high = at;
    }
  }
  return false;
}

}  // namespace keel
